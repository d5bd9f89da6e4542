// The batch job in DuckDB, from CSV to result CSV: the other yardstick of the benchmark.
//
//     node bench/duckdb.mjs SCHEME UNITS.csv FINDINGS.csv RESULT.csv [THREADS]
//
// Same input, same rules and the same result file as bench/reference_loop.cpp, with all points as
// integers. Needs `npm ci` in bench/duckdb. Prints the seconds to stderr.
import { createRequire } from "node:module";

const require = createRequire(new URL("duckdb/package.json", import.meta.url));
const { DuckDBInstance } = require("@duckdb/node-api");

const [scheme, units, findings, result, threads = "2"] = process.argv.slice(2);
if (result === undefined) {
  console.error("usage: node duckdb.mjs SCHEME UNITS FINDINGS RESULT [THREADS]");
  process.exit(2);
}

/** A text as an SQL literal. */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

const createScheme = `
create table branches as
  select row_number() over () as number, * from read_csv(${quoted(scheme)}, delim = ' ', header = false, columns = {
    id: 'varchar', basis: 'varchar', points: 'bigint', step: 'bigint', target: 'bigint',
    task: 'integer', task_points: 'bigint'})`;

const score = `
copy (
  with
  units as (
    select * from read_csv(${quoted(units)}, header = true, columns = {
      unit: 'integer', domain: 'varchar', review: 'decimal(5, 2)', veto: 'integer', serious: 'integer'})
  ),
  findings as (
    select * from read_csv(${quoted(findings)}, header = true, columns = {
      unit: 'integer', branch: 'varchar', value: 'integer', status: 'varchar'})
  ),
  -- What was found for a unit and a branch: the sum for counts, the worst for measured figures.
  found as (
    select unit, branches.number as branch, sum(value)::bigint as total,
      max(if(basis = 'shortfall', -value, value)) as worst
    from findings join branches on findings.branch = branches.id
    where status = 'confirmed' group by unit, branches.number
  ),
  losses as (
    select unit, task, task_points, points * case basis
        when 'once' then (total > 0)::bigint
        when 'each' then total * 10000 // step
        when 'shortfall' then greatest(target + worst * 10000, 0) // step
        when 'excess' then greatest(worst * 10000 - target, 0) // step
      end as loss
    from found join branches on found.branch = branches.number
  ),
  task_losses as (
    select unit, least(sum(loss)::bigint, any_value(task_points)) as loss
    from losses group by unit, task
  ),
  unit_losses as (select unit, sum(loss)::bigint as loss from task_losses group by unit),
  full_points as (
    select sum(task_points)::bigint as points
    from (select any_value(task_points) as task_points from branches group by task)
  ),
  scores as (
    select units.*, points - coalesce(loss, 0) as indicator_1e4,
      ((points - coalesce(loss, 0)) * 80 + (review * 100)::bigint * 2000 + 5000) // 10000 as total_1e2
    from units left join unit_losses using (unit) cross join full_points
  ),
  ranked as (
    select *, rank() over best_first as rank,
      count(*) over (partition by domain order by total_1e2 desc) as as_good_or_better,
      count(*) over (partition by domain) * 30 // 100 as quota,
      min(total_1e2) over (partition by domain) as lowest_1e2
    from scores
    window best_first as (partition by domain order by total_1e2 desc)
  )
  select unit, domain,
    ((indicator_1e4 + 50) // 100 * 0.01)::decimal(5, 2) as indicator, review,
    (total_1e2 * 0.01)::decimal(5, 2) as total, rank,
    case when serious = 1 and total_1e2 = lowest_1e2 then '差'
         when veto = 1 then '一般'
         when as_good_or_better <= quota then '好'
         else '较好' end as grade
  from ranked order by unit
) to ${quoted(result)} (header)`;

const start = process.hrtime.bigint();
const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
await connection.run(createScheme);
await connection.run(score);
connection.closeSync();
instance.closeSync();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
console.error(`${seconds.toFixed(2)} s  peak ${peakMiB} MiB`);
