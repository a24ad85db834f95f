/** Names in code and in prose that lead somewhere and have a card. */
export const NAME = 'a[data-to]'
