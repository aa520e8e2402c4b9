/** The header in which the server passes the caller's own address to the rate limiter. */
export const addressHeader = 'x-altavoz-address';
