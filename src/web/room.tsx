import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** How wide an element is, in px, and again whenever it changes; `first` until it is on the page. */
export function useRoom<Of extends HTMLElement>(first: number): [RefObject<Of | null>, number] {
  const element = useRef<Of>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setWidth(Math.round(current.getBoundingClientRect().width));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
