import { Migration } from '@mikro-orm/migrations';

/** The link by which whose account was made by an administrator chooses a password. */
const purpose = `
alter table mail_link drop constraint mail_link_purpose_check;
alter table mail_link add constraint mail_link_purpose_check check (purpose in ('reset_password', 'choose_password', 'confirm_email'));
`;

export class Migration20261127143500_choose_password_link extends Migration {
  override up(): void {
    this.addSql(purpose);
  }
}
