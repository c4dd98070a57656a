/** The mark of Piket in the tab of a browser: four fields that take turns, as in the head of every page. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1b2a3d"/><path d="M16 7h9v9h-9zM7 16h9v9H7z" fill="#fff"/><path d="M7 7h9v9H7z" fill="#6fc79d"/><path d="M16 16h9v9h-9z" fill="#7fa6d9"/></svg>'
