// n8n loads the node and the credential from the paths that package.json lists under "n8n";
// this file only makes the package resolvable as a module.
module.exports = {};
