// Shows openapi.json and the catalogue of problems as a page, without anything from elsewhere. What
// is folded is made when it is opened, so that the page is there at once.
"use strict";

const methods = ["get", "put", "post", "delete"];
const places = { path: "路径", query: "查询", header: "请求头", cookie: "Cookie" };
const kinds = { string: "文本", integer: "整数", boolean: "是否", object: "对象", array: "列表", null: "无" };

let api = null;

const element = (tag, content, className) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...[content ?? []].flat());
  return made;
};

const code = (text) => element("code", String(text));

const name = (ref) => ref.slice(ref.lastIndexOf("/") + 1);

/** What a `$ref` stands for, or the node itself. */
const resolve = (node) => {
  if (!node || !node.$ref) return node;
  return node.$ref.slice(2).split("/").reduce((at, key) => at[key], api);
};

const link = (schema) => {
  const made = element("a", code(name(schema)));
  made.href = "#schema-" + name(schema);
  const title = resolve({ $ref: schema }).title;
  return title ? [made, " " + title] : [made];
};

const joined = (lists, separator) => lists.flatMap((list, at) => (at ? [separator, ...list] : list));

const bounds = (schema) => {
  const out = [];
  if (schema.minimum !== undefined) out.push("≥ " + schema.minimum);
  if (schema.maximum !== undefined) out.push("≤ " + schema.maximum);
  if (schema.minLength) out.push("至少 " + schema.minLength + " 字");
  if (schema.maxLength) out.push("至多 " + schema.maxLength + " 字");
  if (schema.minItems) out.push("至少 " + schema.minItems + " 项");
  if (schema.maxItems) out.push("至多 " + schema.maxItems + " 项");
  if (schema.default !== undefined) out.push("默认 " + schema.default);
  return out.length ? ["（" + out.join("，") + "）"] : [];
};

/** A schema in a line: its type, its bounds, its choices, links to others. */
const typeOf = (schema) => {
  if (schema.$ref) return link(schema.$ref);
  if (schema.anyOf) return joined(schema.anyOf.map(typeOf), " 或 ");
  const types = [schema.type ?? "object"].flat().map((type) => kinds[type] ?? type).join("或");
  const out = [types, ...bounds(schema)];
  if (schema.enum) {
    const choices = schema.enum.filter((one) => one !== null).map((one) => [code(one)]);
    out.push("：", ...joined(choices, " "));
  }
  if (schema.type === "array") out.push("：", ...typeOf(schema.items));
  return out;
};

const table = (heads, rows) => {
  const head = element("tr", heads.map((text) => element("th", text)));
  const body = rows.map((cells) => element("tr", cells.map((cell) => element("td", cell))));
  return element("div", element("table", [element("thead", head), element("tbody", body)]), "scroll");
};

const explain = (schema) => [schema.title, schema.description].filter(Boolean).join(" ");

/** Rows of an object's members; rows of rows below their own, by a path such as `measures/until`. */
const memberRows = (schema, prefix = "") =>
  Object.entries(schema.properties ?? {}).flatMap(([key, member]) => {
    const isNeeded = (schema.required ?? []).includes(key);
    const row = [code(prefix + key), isNeeded ? "必填" : "", typeOf(member), explain(member)];
    const rows = member.type === "array" && member.items.properties;
    return rows ? [row, ...memberRows(member.items, prefix + key + "/")] : [row];
  });

const showSchema = (schema) => {
  const out = [];
  if (schema.description) out.push(element("p", schema.description));
  const rows = memberRows(schema);
  if (rows.length) out.push(table(["字段", "必填", "类型", "说明"], rows));
  else out.push(element("p", typeOf(schema)));
  if (schema.pattern) out.push(element("p", ["格式 ", code(schema.pattern)]));
  return out;
};

const showContent = (content) =>
  Object.entries(content ?? {}).flatMap(([type, { schema }], at) => [
    ...(at ? [element("br")] : []), code(type), " ", ...typeOf(schema)]);

const showParameters = (all) => {
  const rows = all.map(resolve).map((one) => [
    code(one.name), places[one.in], one.required ? "必填" : "", typeOf(one.schema),
    one.description ?? ""]);
  return [element("h3", "参数"), table(["名称", "位置", "必填", "类型", "说明"], rows)];
};

const showResponses = (all) => {
  const rows = Object.entries(all).map(([status, response]) => {
    const one = resolve(response);
    return [code(status), one.description, showContent(one.content)];
  });
  return [element("h3", "答复"), table(["状态", "说明", "内容"], rows)];
};

const showOperation = (operation) => [
  ...(operation.description ? [element("p", operation.description)] : []),
  ...(operation.security?.length === 0 ? [element("p", "无需登录。", "muted")] : []),
  ...(operation.parameters ? showParameters(operation.parameters) : []),
  ...(operation.requestBody
    ? [element("h3", "请求内容"), element("p", showContent(operation.requestBody.content))]
    : []),
  ...showResponses(operation.responses)];

/** What is folded under `summary`; `words` are what the filter looks at. */
const folded = (id, summary, words, make) => {
  const details = element("details", element("summary", summary));
  details.id = id;
  details.dataset.words = words.join(" ").toLowerCase();
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(...make());
  });
  return details;
};

const foldOperation = (path, method, operation) => {
  const summary = [
    element("span", method.toUpperCase(), "method " + method), code(path), " " + operation.summary];
  const parameters = (operation.parameters ?? []).map((one) => resolve(one).name);
  const words = [method, path, operation.summary, operation.description ?? "", ...parameters];
  return folded(method + path, summary, words, () => showOperation(operation));
};

const foldSchema = ([key, schema]) => {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, one]) => [
    field, one.title ?? ""]);
  const words = [key, schema.title ?? "", schema.description ?? "", ...fields];
  const summary = [code(key), " " + (schema.title ?? "")];
  return folded("schema-" + key, summary, words, () => showSchema(schema));
};

const foldProblem = (one) => {
  const words = [one.code, one.message.zh, one.message.en];
  return folded(one.code, [code(one.code), " " + one.message.zh], words, () => [
    element("p", one.remedy.zh),
    element("p", one.message.en, "muted"),
    element("p", one.remedy.en, "muted")]);
};

const section = (id, title, items) => {
  const heading = element("h2", title);
  heading.id = id;
  return element("section", [heading, ...items]);
};

const operationSections = () => {
  const all = new Map(api.tags.map((tag) => [tag.name, []]));
  for (const [path, operations] of Object.entries(api.paths))
    for (const method of methods)
      if (operations[method])
        all.get(operations[method].tags[0]).push(foldOperation(path, method, operations[method]));
  return [...all].map(([tag, items]) => section("tag-" + tag, tag, items));
};

const schemaSections = () => {
  const all = Object.entries(api.components.schemas);
  const isAct = ([key]) => key.startsWith("act_");
  return [
    section("acts", "各项操作的填写项", all.filter(isAct).map(foldSchema)),
    section("schemas", "数据结构", all.filter((one) => !isAct(one)).map(foldSchema))];
};

const navigation = (sections) => {
  const links = sections.map((one) => {
    const heading = one.firstElementChild;
    const made = element("a", heading.textContent);
    made.href = "#" + heading.id;
    return made;
  });
  const made = element("nav", links);
  made.setAttribute("aria-label", "目录");
  return made;
};

/** Opens what the address names, such as the problem of an answer or a schema. */
const openTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.hidden = false;
  if (target.parentElement) target.parentElement.hidden = false;
  if (target.tagName === "DETAILS") target.open = true;
  target.scrollIntoView();
};

const filter = (text) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const part of document.querySelectorAll("section")) {
    let inPart = 0;
    for (const one of part.querySelectorAll(":scope > details")) {
      one.hidden = !words.every((word) => one.dataset.words.includes(word));
      if (!one.hidden) inPart += 1;
    }
    part.hidden = inPart === 0;
    shown += inPart;
  }
  document.getElementById("count").textContent = words.length ? shown + " 项" : "";
};

const show = ([document_, problems]) => {
  api = document_;
  const sections = [
    ...operationSections(), ...schemaSections(),
    section("problems", "问题代码", problems.items.map(foldProblem))];
  const content = document.getElementById("content");
  content.replaceChildren(element("p", api.info.description), navigation(sections), ...sections);
  document.getElementById("filter").addEventListener("input", (event) => filter(event.target.value));
  window.addEventListener("hashchange", openTarget);
  openTarget();
};

const read = (address) =>
  fetch(address).then((response) => {
    if (!response.ok) throw new Error(address + " " + response.status);
    return response.json();
  });

Promise.all([read("/api/openapi.json"), read("/api/errors.json")])
  .then(show)
  .catch((error) => { document.getElementById("content").textContent = "读取失败：" + error.message; });
