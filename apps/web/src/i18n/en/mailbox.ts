/** The mailbox of an installation without a mail server. */
export const mailbox = {
  title: 'Mailbox',
  lead: 'The e-mails that this installation would send. Only a browser on this machine can read them.',
  list: 'Mails',
  to: 'To {{to}}',
  empty: 'No mail yet',
  emptyText: 'Sign up, or ask for a new password: the e-mail arrives here.',
  content: 'What the mail says',
  clear: 'Empty the mailbox',
  refresh: 'Refresh',
};
