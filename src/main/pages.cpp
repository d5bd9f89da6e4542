#include "main/pages.hpp"

#include "core/base/invariant.hpp"
#include "main/embedded.hpp"
#include "shell/http/api/answer_cache.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem_list.hpp"
#include "shell/yaml/as_value.hpp"

namespace heng {

namespace {

/// As it is asked for: web/dist/assets/x.js is assets/x.js.
std::string asked_as(std::string_view file) {
    if (file == "api/docs.html") return "api/docs";
    if (file == "web/start.html") return "index.html";
    constexpr std::string_view built = "web/dist/";
    if (file.starts_with(built)) file.remove_prefix(built.size());
    return std::string(file);
}

http::Asset make_asset(std::string_view type, std::string bytes) {
    http::Asset asset;
    asset.type = type;
    asset.tag = http::make_answer(bytes).tag;
    asset.plain = std::make_shared<const std::string>(std::move(bytes));
    return asset;
}

/// The file that was built in under this name, or null.
http::SharedBytes find_embedded(const std::string& name) {
    for (const EmbeddedFile& file : embedded_files())
        if (file.name == name) return std::make_shared<const std::string>(file.bytes);
    return nullptr;
}

}  // namespace

http::Assets make_assets() {
    http::Assets assets;
    for (const EmbeddedFile& file : embedded_files()) {
        const std::string name(file.name);
        if (name.ends_with(".br") || name.ends_with(".gz")) continue;  // of another file
        http::Asset asset = make_asset(http::media_type(name), std::string(file.bytes));
        asset.brotli = find_embedded(name + ".br");
        asset.gzip = find_embedded(name + ".gz");
        asset.is_forever = name.starts_with("web/dist/assets/");
        assets.add(asked_as(name), std::move(asset));
        if (name != "api/openapi.yaml") continue;
        const auto value = yaml::read_value(name, file.bytes);
        INVARIANT(value.has_value(), "the description of the API can be read");
        assets.add("api/openapi.json", make_asset("application/json", http::print_json(*value)));
    }
    assets.add("api/errors.json",
               make_asset("application/json", http::print_json(http::print_problem_list())));
    return assets;
}

}  // namespace heng
