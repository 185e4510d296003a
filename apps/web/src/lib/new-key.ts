/** Says what belongs together, or was sent already. `randomUUID` is there on secure origins alone (https and localhost). */
export const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
