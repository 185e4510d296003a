import { connectionType } from '../kernel/connection.ts';
import { User } from '../user/user.entity.ts';
import { Enrolment } from './enrolment.entity.ts';

export const EnrolmentConnection = connectionType('Enrolment', () => Enrolment);
export const EnrollablePersonConnection = connectionType('EnrollablePerson', () => User);
