import { startTestStack } from './support/stack.ts';
import { writeFileSync } from 'node:fs';
import { rehearsalTokens } from '../stack/rehearsalToken.ts';
const t = await startTestStack({ cache: '/tmp/mohlet-cache' });
const make = await rehearsalTokens(t.home);
const roles: Record<string,{role:string;body:string;post:string;name:string}> = {
 operator:{role:'operator',body:'portal-operator',post:'duty-desk',name:'op'}, auditor:{role:'auditor',body:'x',post:'duty-desk',name:'au'},
 mission:{role:'mission-officer',body:'foreign-affairs',post:'berlin',name:'mi'}, centre:{role:'centre-officer',body:'e-imza',post:'d',name:'ce'}, mfa:{role:'ministry-officer',body:'foreign-affairs',post:'d',name:'mf'}, courier:{role:'courier',body:'foreign-affairs',post:'7',name:'co'}};
const out: Record<string,string> = { url: `http://127.0.0.1:${t.stack.ports.api}`, home: t.home };
for (const [k,v] of Object.entries(roles)) out[k]=await make(v);
writeFileSync('/tmp/s/stack.json', JSON.stringify(out));
console.log('UP');
process.once('SIGTERM', () => void t.stop().then(()=>process.exit(0)));
setInterval(()=>{ writeFileSync('/tmp/s/stack.log', t.lines.join('\n')); }, 2000);
