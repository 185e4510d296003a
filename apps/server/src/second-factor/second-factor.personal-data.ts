import type { PersonalData } from '../personal-data/personal-data.ts';
import { ownTable } from '../personal-data/personal-data.ts';

/** That a code is asked for, and since when. The recovery codes, of which hashes alone are kept, go with it. */
export const secondFactorData: PersonalData = { ...ownTable('second_factor', 'second-factor'), tables: ['second_factor', 'recovery_code'] };
