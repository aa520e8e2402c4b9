import { ScrollArea, Tabs } from '@mantine/core';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { LoadingState } from './states.tsx';

interface ViewTabsProps<View extends string> {
  /** What the views are of, for who does not see them. */
  label: string;
  views: readonly { view: View; label: string }[];
  view: View;
  onView(view: View): void;
  children: ReactNode;
}

/** The views of a page, of which the chosen one is made; on a telephone the tabs move to show it. */
export function ViewTabs<View extends string>(props: ViewTabsProps<View>) {
  const { label, views, view, onView, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector(`[data-view="${view}"]`);
    chosen?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [view]);
  return (
    <Tabs
      value={view}
      onChange={(name) => {
        const next = views.find((one) => one.view === name);
        if (next) onView(next.view);
      }}
    >
      <ScrollArea type="never" mb="md">
        <Tabs.List
          ref={list}
          aria-label={label}
          style={{ flexWrap: 'nowrap', minWidth: 'max-content' }}
        >
          {views.map((one) => (
            <Tabs.Tab key={one.view} value={one.view} data-view={one.view}>
              {one.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ScrollArea>
      <Tabs.Panel value={view}>
        <Suspense fallback={<LoadingState height={400} />}>{children}</Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
