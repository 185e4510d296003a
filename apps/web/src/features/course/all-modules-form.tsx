import { modulesFormRule } from '@cursus/rules/module';
