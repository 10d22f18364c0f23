export type Settings = { port: number; durable: boolean; maxConnections: number; clusterName: string };

/** Given on every start, so that what runs is what stands here and not what an old folder's file says. */
export function serverArguments(data: string, { port, durable, maxConnections, clusterName }: Settings): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    // A socket's path may be no longer than 107 bytes; a data folder's path may.
    unix_socket_directories: '',
    cluster_name: clusterName,
    max_connections: maxConnections,
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    ...quietLog,
    // Only a machine that stops may lose anything then; a killed server still may not.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/**
 * Personal data never reaches the log. An error quotes the values it is about ("invalid input syntax: …") even when
 * statements and details are kept out, so `log_min_messages` leaves errors to the client that caused them.
 */
const quietLog = {
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: -1,
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_connections: '',
  log_disconnections: 'off',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};
