/** The passwords that guessers try first, of those that are long enough to be taken at all. */
const common = new Set(
  `12345678 123456789 1234567890 0123456789 12345678910 123123123 11111111 00000000 88888888 87654321 987654321 password password1 password12
  password123 passw0rd p@ssword p@ssw0rd motdepasse motdepasse1 azertyuiop azerty123 azertyui qwertyuiop qwerty123 qwerty12 qwertyui 1q2w3e4r
  1q2w3e4r5t 1qaz2wsx zaq12wsx q1w2e3r4 asdfghjkl asdfasdf abcd1234 abc12345 abcdefgh iloveyou jetaime1 doudou123 sunshine princess football
  baseball superman starwars trustno1 whatever computer internet michelle jennifer welcome1 welcome123 letmein1 admin123 administrator
  changeme changeme1 bonjour1 bonjour123 soleil123 marseille chocolat nicolas1 loulou123 cursus123 student1 student123 instructor school123`.split(
    /\s+/,
  ),
);

export const isCommonPassword = (password: string): boolean => common.has(password.toLowerCase());
