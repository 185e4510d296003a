interface ModuleOfContents<TContent> {
  id: string;
  contents: readonly TContent[] | null;
}

export interface Step<TContent> {
  moduleId: string;
  content: TContent;
}

export interface PlaceInCourse<TContent> {
  /** Undefined: the address names nothing that is there. */
  moduleId: string | undefined;
  /** Undefined: the module has no contents. */
  content: TContent | undefined;
  previous: Step<TContent> | undefined;
  next: Step<TContent> | undefined;
}

interface Address {
  moduleId?: string | undefined;
  contentId?: string | undefined;
}

/**
 * Where an address stands in a course. Without a module it is the first that has something to read; without a content the module's first.
 * A content is found by its own id even when it has meanwhile been moved to another module.
 */
export function placeInCourse<TContent extends { id: string }>(
  modules: readonly ModuleOfContents<TContent>[],
  { moduleId, contentId }: Address,
): PlaceInCourse<TContent> {
  const steps = modules.flatMap((module) => (module.contents ?? []).map((content) => ({ moduleId: module.id, content })));
  const at = steps.findIndex((step) =>
    contentId === undefined ? moduleId === undefined || step.moduleId === moduleId : step.content.id === contentId,
  );
  const step = steps[at];
  if (step !== undefined) return { moduleId: step.moduleId, content: step.content, previous: steps[at - 1], next: steps[at + 1] };

  const isEmptyModule = contentId === undefined && modules.some(({ id }) => id === moduleId);
  return { moduleId: isEmptyModule ? moduleId : undefined, content: undefined, previous: undefined, next: undefined };
}
