// Shows openapi.json as a page, without anything from elsewhere.
"use strict";

const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const showOperation = (path, method, operation) => {
  const details = element("details");
  const summary = element("summary");
  summary.append(element("span", method.toUpperCase(), "method"), element("code", path), " — " + (operation.summary || ""));
  details.append(summary);
  if (operation.description) details.append(element("p", operation.description));
  const shown = { parameters: operation.parameters, requestBody: operation.requestBody, responses: operation.responses };
  details.append(element("pre", JSON.stringify(shown, null, 2)));
  return details;
};

const show = (api) => {
  const content = document.getElementById("content");
  content.textContent = "";
  content.append(element("p", api.info.description));
  const sections = new Map();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = (operation.tags || ["其他"])[0];
      if (!sections.has(tag)) sections.set(tag, []);
      sections.get(tag).push(showOperation(path, method, operation));
    }
  }
  for (const [tag, operations] of sections) content.append(element("h2", tag), ...operations);
  content.append(element("h2", "数据结构"));
  for (const [name, schema] of Object.entries(api.components.schemas)) {
    const details = element("details");
    details.id = name;
    details.append(element("summary", name), element("pre", JSON.stringify(schema, null, 2)));
    content.append(details);
  }
};

fetch("/api/openapi.json")
  .then((response) => response.json())
  .then(show)
  .catch((error) => { document.getElementById("content").textContent = "读取失败：" + error; });
