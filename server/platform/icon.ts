/** The mark of Piket in the tab of a browser: a P with its light on. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1b2a3d"/><path d="M9 26V6h9.500a6.500 6.500 0 0 1 0 13H14v7z" fill="#fff"/><circle cx="18.500" cy="12.500" r="2.500" fill="#f2b134"/></svg>'
