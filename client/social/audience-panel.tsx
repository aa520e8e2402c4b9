import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { type Asked, EmptyState, Show } from '../ui/states.tsx';
import { AgesChart } from './ages-chart.tsx';
import type { AudiencePart } from './audience-groups.ts';
import { AudienceTable } from './audience-table.tsx';
import type { Days } from './growth-days.ts';

interface PartProps {
  part: AudiencePart;
  query: Asked<unknown>;
  days: Days;
}

function Part(props: PartProps) {
  return props.part.dimension === 'age_gender' ? (
    <AgesChart {...props} />
  ) : (
    <AudienceTable {...props} />
  );
}

/** Who followed a page at the end of a period, by each dimension that its network or a file gives. */
export function AudiencePanel({ pageId, days }: { pageId: string; days: Days }) {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const query = useQuery(api.social.readAudience.queryOptions({ pageId, day: days.to }));
  return (
    <Show query={query} height={280}>
      {({ dimensions, knownFrom }) =>
        dimensions.length === 0 ? (
          <Panel title={t('audience.title')}>
            <EmptyState
              text={
                knownFrom === null
                  ? t('audience.empty')
                  : t('audience.emptyUntil', {
                      day: format.day(days.to),
                      first: format.day(knownFrom),
                    })
              }
            />
          </Panel>
        ) : (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
            {dimensions.map((part) => (
              <Part key={part.dimension} part={part} query={query} days={days} />
            ))}
          </SimpleGrid>
        )
      }
    </Show>
  );
}
