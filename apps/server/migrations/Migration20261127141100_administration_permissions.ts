import { Migration } from '@mikro-orm/migrations';

/** What administrators do for the whole installation, one permission an area. */
const permissions = `
insert into group_permission (group_id, permission)
select id, permission from "group", unnest(array['audit.read', 'system.read', 'file.manage', 'enrolment.manage']) permission
where id = '00000000-0000-4000-8000-000000000001'
on conflict do nothing;
`;

export class Migration20261127141100_administration_permissions extends Migration {
  override up(): void {
    this.addSql(permissions);
  }
}
