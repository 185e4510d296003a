import { describe, expect, it } from 'vitest';
import { placeInCourse } from './place-in-course.ts';

const contents = (...ids: string[]) => ids.map((id) => ({ id }));
const modules = [
  { id: 'empty', contents: contents() },
  { id: 'first', contents: contents('a', 'b') },
  { id: 'closed', contents: null },
  { id: 'last', contents: contents('c') },
];

describe('where an address stands in a course', () => {
  it('is the first content there is when nothing is chosen', () => {
    expect(placeInCourse(modules, {})).toMatchObject({ moduleId: 'first', content: { id: 'a' }, previous: undefined });
  });

  it('is the first content of a chosen module', () => {
    expect(placeInCourse(modules, { moduleId: 'last' })).toMatchObject({ moduleId: 'last', content: { id: 'c' }, next: undefined });
  });

  it('has its neighbours across modules', () => {
    const place = placeInCourse(modules, { moduleId: 'first', contentId: 'b' });
    expect(place.previous).toEqual({ moduleId: 'first', content: { id: 'a' } });
    expect(place.next).toEqual({ moduleId: 'last', content: { id: 'c' } });
  });

  it('is found by its content after a move to another module', () => {
    expect(placeInCourse(modules, { moduleId: 'first', contentId: 'c' })).toMatchObject({ moduleId: 'last', content: { id: 'c' } });
  });

  it('is a module without contents', () => {
    expect(placeInCourse(modules, { moduleId: 'empty' })).toMatchObject({ moduleId: 'empty', content: undefined });
  });

  it.each([{ moduleId: 'gone' }, { moduleId: 'first', contentId: 'gone' }])('is nowhere for what is not there: %j', (address) => {
    expect(placeInCourse(modules, address)).toMatchObject({ moduleId: undefined, content: undefined });
  });

  it('is nowhere in a course without contents', () => {
    expect(placeInCourse([], {})).toMatchObject({ moduleId: undefined });
  });
});
