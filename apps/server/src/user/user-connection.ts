import { connectionType } from '../kernel/connection.ts';
import { User } from './user.entity.ts';

export const UserConnection = connectionType('User', () => User);
