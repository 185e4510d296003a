/** Whether a picture's address is one of this server: others are not fetched, so that no other site learns who reads. */
export const isShownHere = (address: string): boolean => /^\/(?![/\\])/.test(address);
