// Where the process begins. The club is loaded only after its configuration was found good: an operator who has mistyped
// something reads so at once.
import './configuration/configured.js';

await import('./club-process.js');
