export { answerOf } from './answer.ts';
export { type Goal, goalInWords, isReached, LESSON_REPLICATES, numberAt, type Situation } from './goal.ts';
export { type Lesson, type LessonStart, type LessonStep, parseLesson } from './lesson.ts';
