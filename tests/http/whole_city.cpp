#include "whole_city.hpp"

#include "shell/crypto/secrets.hpp"
#include "shell/docx/docx.hpp"
#include "shell/http/api/notice_routes.hpp"
#include "shell/office/read_office.hpp"
#include "shell/pdf/pdf.hpp"
#include "shell/xlsx/write_book.hpp"
#include "shell/yaml/scheme_files.hpp"

namespace heng::http_test {

namespace {

app::accounts::Secrets cheap_secrets() {
    crypto::PasswordCost cost;
    cost.argon2_passes = 1;
    cost.argon2_memory_bytes = 8192;
    return crypto::make_secrets(
        *crypto::Vault::parse(crypto::Vault::with_new_key(""), "test.vault"), cost);
}

/// The files of the API as `heng serve` offers them, and an application.
http::Assets pages() {
    http::Assets out;
    for (const char* const name : {"api/docs", "api/docs.css", "api/docs.js", "api/errors.json",
                                   "api/openapi.json", "api/openapi.yaml", "index.html"}) {
        http::Asset asset;
        const std::string_view file(name);
        asset.type = http::media_type(file == "api/docs" ? "docs.html" : file);
        asset.plain = std::make_shared<const std::string>("{}");
        asset.tag = "1";
        out.add(std::string(file), std::move(asset));
    }
    return out;
}

}  // namespace

app::accounts::Parts WholeCity::parts() {
    return {store_, secrets_, clock_, {}, [](const auto&, const auto&) { return false; }, false};
}

WholeCity::WholeCity(app::demo::PlayOptions options)
    : secrets_(cheap_secrets()),
      sessions_(*app::accounts::Sessions::make(parts())),
      administration_(parts()),
      tokens_(parts()),
      cards_(parts()),
      account_parts_{*sessions_, administration_, tokens_, cards_} {
    account_parts_.list_backups = [this](const std::string&) { return backups_; };
    account_parts_.make_backup = [this](const std::string& tenant) -> Checked<app::MadeBackup> {
        if (while_backing_up) while_backing_up();
        if (backup_failure) return tl::unexpected(Issues{*backup_failure});
        backups_.insert(backups_.begin(), {tenant + ".backup", 1, clock_.now()});
        return app::MadeBackup{backups_.front(), {1, {}}};
    };
    office_.read_table_file = [](std::string_view bytes, const std::string& name) {
        return office::read_office_bytes(bytes, name);
    };
    office_.scheme_files = yaml::scheme_files;
    office_.papers.docx = docx::print_paper;
    office_.papers.pdf = [](const paper::Paper& paper, const paper::Template& form) {
        return pdf::print_paper(paper, form).map([](pdf::File file) {
            return app::PdfFile{std::move(file.bytes), file.pages};
        });
    };
    office_.print_book = xlsx::write_book;
    office_.write_bundle = [](const std::string& tenant) -> Checked<std::string> {
        return "bundle of " + tenant;
    };
    city_ = std::make_unique<ServedCity>(options, [this](ServedCity& city,
                                                         http::ServiceParts& service) {
        service.assets = pages();
        service.looked_through_max = 250;  // so that the year's log has many pages without a hit
        service.note_reading = [this](const http::Caller&, const http::Request& request) {
            readings_.insert(request.path);
            return Result<void>{};
        };
        service.add_routes = [this](http::Router& router, http::Api& api) {
            http::add_session_routes(router, api, account_parts_);
            http::add_provider_routes(router, api, account_parts_);
            http::add_account_routes(router, api, account_parts_);
            http::add_token_routes(router, api, account_parts_);
            http::add_card_routes(router, api, account_parts_);
            http::add_notice_routes(router, api, outbox_);
            http::add_office_routes(router, api, office_);
        };
        service.look_up =
            [believed = service.look_up, real = http::look_up_in(account_parts_, city.tenants())](
                const http::Gate::Credential& credential, const http::Request& request) {
                const bool is_real = credential.text.find('~') != std::string::npos;
                return is_real ? real(credential, request) : believed(credential, request);
            };
    });
}

cycle::Actor WholeCity::someone(cycle::Capacity as, const std::string& of) {
    for (const auto& [id, person] : city_->played().account.state.units_and_people.people)
        for (const cycle::Appointment& one : person.appointments)
            if (one.as == as && (of.empty() || one.of == of) && one.holds_on(city_->today()))
                return {id, one.as, one.of};
    throw std::runtime_error("nobody is " + std::string(cycle::name(as)));
}

std::vector<cycle::Actor> WholeCity::everyone() {
    std::vector<cycle::Actor> out;
    for (int i = 0; i < cycle::capacity_count; ++i)
        out.push_back(someone(static_cast<cycle::Capacity>(i)));
    return out;
}

std::string WholeCity::complaint(ApiDocument& document, std::string_view method,
                                 std::string_view target, const Answered& answered) {
    const std::string_view path = target.substr(0, target.find('?'));
    const auto known = http::normalise_path(path);
    const auto match = router().find(*http::method_named(method), known.value_or(""));
    if (match.route == nullptr) return "there is no route";
    const std::string wrong =
        document.complaint(std::string(method), match.route->pattern, answered);
    return wrong.empty() ? "" : std::string(method) + ' ' + std::string(target) + ": " + wrong;
}

}  // namespace heng::http_test
