export * from './blocker.js';
export * from './post.js';
export * from './problem.js';
export * from './workflow.js';
