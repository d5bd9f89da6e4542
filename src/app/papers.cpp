#include "app/papers.hpp"

#include "app/writer.hpp"
#include "core/base/text.hpp"
#include "core/paper/compose.hpp"

#include <algorithm>
#include <charconv>

namespace heng::app {

namespace {

tl::unexpected<Issues> failed(const Error& error) {
    return tl::unexpected(Issues{error});
}

/// Makes papers while the ledger goes by.
class Making {
public:
    Making(ledger::Verifier chain, const Readers& readers, int year,
           std::span<const cycle::Document> wanted, const paper::Template& form,
           std::string_view reader)
        : verifier_(std::move(chain)),
          readers_(readers),
          year_(year),
          wanted_(wanted),
          form_(form),
          reader_(reader) {}

    /// Whether there is more to be had from later events.
    bool take(const ledger::SealedEvent& sealed) {
        const ledger::Event* const event = verifier_.feed(sealed);
        if (event == nullptr) return false;
        if (const auto applied = apply_event(state_, *event); !applied) {
            issues_.push_back(applied.error());
            return false;
        }
        while (issues_.empty() && out_.size() < wanted_.size() &&
               wanted_[out_.size()].event == event->seq)
            make(wanted_[out_.size()], *event);
        return issues_.empty() && out_.size() < wanted_.size();
    }

    Checked<std::vector<IssuedPaper>> finish() && {
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        if (verifier_.is_broken()) return failed(verifier_.finish().error());
        return std::move(out_);
    }

private:
    void make(const cycle::Document& document, const ledger::Event& event) {
        const auto added = add_missing(rulebooks_, state_, readers_.read_scheme_files);
        if (!added) {
            issues_ = added.error();
            return;
        }
        auto paper = paper::compose(state_, rulebooks_, year_, document, event, form_, reader_);
        if (paper)
            out_.push_back({document, std::move(*paper)});
        else
            issues_ = std::move(paper.error());
    }

    ledger::Verifier verifier_;
    const Readers& readers_;
    int year_;
    std::span<const cycle::Document> wanted_;
    const paper::Template& form_;
    std::string_view reader_;
    cycle::State state_;
    cycle::Rulebooks rulebooks_;
    std::vector<IssuedPaper> out_;
    Issues issues_;
};

}  // namespace

Result<cycle::DocumentKind> find_document_kind(std::string_view name) {
    if (const auto kind = cycle::document_kind_named(name)) return *kind;
    std::vector<std::string> known;
    known.reserve(cycle::document_kind_count);
    for (int i = 0; i < cycle::document_kind_count; ++i)
        known.emplace_back(cycle::name(static_cast<cycle::DocumentKind>(i)));
    return refuse(Code::document_kind_unknown, {}, {std::string(name), join(known, ", ")});
}

std::optional<DocumentName> parse_document_name(int year, std::string_view text) {
    const std::size_t slash = text.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return std::nullopt;
    DocumentName out{year, std::string(text.substr(0, slash)), 0};
    const char* const end = text.data() + text.size();
    const auto [rest, wrong] = std::from_chars(text.data() + slash + 1, end, out.no);
    if (wrong != std::errc{} || rest != end || out.no < 1) return std::nullopt;
    return out;
}

std::string print_document_name(const cycle::Document& document) {
    return document.issuer + '/' + std::to_string(document.no);
}

Result<const cycle::Document*> find_document(const cycle::State& state, const DocumentName& name) {
    const cycle::Cycle* const cycle = state.find_cycle(name.year);
    if (cycle == nullptr) return refuse(Code::cycle_unknown, {}, {std::to_string(name.year)});
    const auto& all = cycle->documents.all;
    const auto found = std::find_if(all.begin(), all.end(), [&name](const cycle::Document& one) {
        return one.issuer == name.issuer && one.no == name.no;
    });
    if (found == all.end())
        return refuse(Code::document_absent, {}, {name.issuer + '/' + std::to_string(name.no)});
    return &*found;
}

Checked<std::vector<IssuedPaper>> issued_papers(EventStore& store, const std::string& tenant,
                                                const Readers& readers, int year,
                                                std::span<const cycle::Document> wanted,
                                                const paper::Template& form,
                                                std::string_view reader) {
    if (wanted.empty()) return std::vector<IssuedPaper>();
    const auto algorithm = algorithm_of(store, tenant);
    if (!algorithm) return failed(algorithm.error());
    auto hash = readers.make_hash(*algorithm);
    if (!hash) return failed(hash.error());
    Making making({tenant, std::move(*hash)}, readers, year, wanted, form, reader);
    const auto read = for_each_event(
        store, tenant, 1, [&](const ledger::SealedEvent& sealed) { return making.take(sealed); });
    if (!read) return failed(read.error());
    return std::move(making).finish();
}

Checked<paper::Paper> issued_paper(EventStore& store, const std::string& tenant,
                                   const Readers& readers, int year,
                                   const cycle::Document& document, const paper::Template& form,
                                   std::string_view reader) {
    auto all = issued_papers(store, tenant, readers, year, std::span(&document, 1), form, reader);
    if (!all) return tl::unexpected(std::move(all.error()));
    return std::move(all->front().paper);
}

Checked<PaperFile> print_paper(const PaperFormats& formats, const paper::Paper& paper,
                               const paper::Template& form, PaperFormat format) {
    if (format == PaperFormat::docx)
        return PaperFile{file_name(paper) + ".docx",
                         "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                         formats.docx(paper, form), 0};
    auto pdf = formats.pdf(paper, form);
    if (!pdf) return tl::unexpected(std::move(pdf.error()));
    return PaperFile{file_name(paper) + ".pdf", "application/pdf", std::move(pdf->bytes),
                     pdf->pages};
}

Result<PaperDigests> digest_paper(const Readers& readers, std::string_view bytes) {
    PaperDigests out;
    for (const auto algorithm : {ledger::Algorithm::sha256, ledger::Algorithm::sm3}) {
        const auto hash = readers.make_hash(algorithm);
        if (!hash) return tl::unexpected(hash.error());
        std::string& digits = algorithm == ledger::Algorithm::sm3 ? out.sm3 : out.sha256;
        digits = ledger::print_digest(hash->digest(bytes));
    }
    return out;
}

std::string file_name(const paper::Paper& paper) {
    constexpr std::size_t longest = 180;
    constexpr std::string_view unsafe = "/\\:*?\"<>|";
    const std::string whole =
        paper.number + (paper.number.empty() ? "" : " ") + paper::title_of(paper);
    std::string out;
    for (std::size_t at = 0; at < whole.size();) {
        const CodePoint point = decode_utf8(whole, at);
        if (out.size() + point.length > longest) break;
        const bool is_unsafe =
            point.value < 0x20 ||
            (point.value < 0x80 && unsafe.find(static_cast<char>(point.value)) != unsafe.npos);
        if (is_unsafe)
            out += '_';
        else
            out += whole.substr(at, point.length);
        at += point.length;
    }
    return out;
}

}  // namespace heng::app
