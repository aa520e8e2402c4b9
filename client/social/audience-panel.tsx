import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { Panel } from '../ui/panel.tsx';
import { type Asked, EmptyState, Show } from '../ui/states.tsx';
import { AgesChart } from './ages-chart.tsx';
import type { AudiencePart } from './audience-groups.ts';
import { AudienceTable } from './audience-table.tsx';

function Part({ part, query }: { part: AudiencePart; query: Asked<unknown> }) {
  return part.dimension === 'age_gender' ? (
    <AgesChart part={part} query={query} />
  ) : (
    <AudienceTable part={part} query={query} />
  );
}

/** Who follows a page, by each dimension that its network or a file gives. */
export function AudiencePanel({ pageId }: { pageId: string }) {
  const { t } = useTranslation('pages');
  const query = useQuery(api.social.readAudience.queryOptions({ pageId }));
  return (
    <Show query={query} height={280}>
      {({ dimensions }) =>
        dimensions.length === 0 ? (
          <Panel title={t('audience.title')}>
            <EmptyState text={t('audience.empty')} />
          </Panel>
        ) : (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            {dimensions.map((part) => (
              <Part key={part.dimension} part={part} query={query} />
            ))}
          </SimpleGrid>
        )
      }
    </Show>
  );
}
