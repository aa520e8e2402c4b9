import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Attributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;

function StyledAnchor(props: AnchorProps & Attributes & { ref?: Ref<HTMLAnchorElement> }) {
  return <Anchor {...props} />;
}

/** A link to a place of the product; its address is checked against the routes. */
export const AnchorLink = createLink(StyledAnchor);
