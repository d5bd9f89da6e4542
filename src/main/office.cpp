#include "main/office.hpp"

#include "app/bundle.hpp"

#include "shell/docx/docx.hpp"
#include "shell/office/read_office.hpp"
#include "shell/pdf/pdf.hpp"
#include "shell/xlsx/write_book.hpp"
#include "shell/yaml/paper_template.hpp"
#include "shell/yaml/scheme_files.hpp"

namespace heng {

app::PaperFormats paper_formats() {
    app::PaperFormats formats;
    formats.docx = docx::print_paper;
    formats.pdf = [](const paper::Paper& paper, const paper::Template& form) {
        return pdf::print_paper(paper, form).map([](pdf::File file) {
            return app::PdfFile{std::move(file.bytes), file.pages};
        });
    };
    formats.read_template = yaml::read_paper_template;
    return formats;
}

Checked<http::OfficeParts> make_office_parts(const app::Surroundings& world,
                                             const app::Settings& settings, app::EventStore& store,
                                             app::Blobs& evidence) {
    http::OfficeParts parts;
    parts.read_table_file = [](std::string_view bytes, const std::string& name) {
        return office::read_office_bytes(bytes, name);
    };
    parts.scheme_files = yaml::scheme_files;
    parts.papers = world.papers;
    parts.print_book = xlsx::write_book;
    parts.write_bundle = [&](const std::string& tenant) -> Checked<std::string> {
        const auto key = world.read_file(settings.signing_key());  // each time: it may be replaced
        if (!key) return tl::unexpected(Issues{key.error()});
        return app::write_bundle(store, tenant, evidence, world.readers, world.signing, *key);
    };
    const std::string& form_file = settings.papers_template;
    if (form_file.empty()) return parts;
    const auto text = world.read_file(form_file);
    if (!text) return tl::unexpected(Issues{text.error()});
    auto form = world.papers.read_template(form_file, *text);
    if (!form) return tl::unexpected(std::move(form.error()));
    parts.form = std::move(*form);
    return parts;
}

}  // namespace heng
