import type { AnnotationSet } from '../../../src/core/annotation/annotation';
import type { SidecarEdit } from '../../../src/core/sidecar';

/** The edits that make a set out of nothing. */
export function additions(set: AnnotationSet): SidecarEdit[] {
  return [
    ...set.annotations.map((annotation): SidecarEdit => ({ kind: 'add-annotation', annotation })),
    ...set.replies.map((reply): SidecarEdit => ({ kind: 'add-reply', reply })),
    ...set.rejections.map((rejection): SidecarEdit => ({ kind: 'add-rejection', rejection })),
    ...(Object.keys(set.source) as (keyof AnnotationSet['source'])[]).map((key): SidecarEdit => ({
      kind: 'set-source',
      key: key as 'title',
      value: set.source[key] as string,
    })),
  ];
}
