// Ends with 0 when Evenkeel on this machine and its database answer; for a container or a watching program.
import { request as plain } from 'node:http';
import { request as tls } from 'node:https';

const { PORT = '4580', EVENKEEL_TLS_CERT } = process.env;
// The certificate is for the name that people type, and this asks the machine itself.
const options = {
  host: '127.0.0.1',
  port: Number(PORT),
  path: '/api/health',
  rejectUnauthorized: false,
  timeout: 4000,
};
const asked = (EVENKEEL_TLS_CERT ? tls : plain)(options, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1));
asked.on('timeout', () => process.exit(1));
asked.on('error', () => process.exit(1));
asked.end();
