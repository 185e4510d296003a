import { connectionType } from '../kernel/connection.ts';
import { Enrolment } from './enrolment.entity.ts';

export const EnrolmentConnection = connectionType('Enrolment', () => Enrolment);
