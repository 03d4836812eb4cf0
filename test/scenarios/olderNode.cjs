'use strict';

// As if this process were an older Node.
const { OLDER_NODE: node = '' } = process.env;
Object.defineProperty(process, 'versions', { value: { ...process.versions, node } });
Object.defineProperty(process, 'version', { value: `v${node}` });
