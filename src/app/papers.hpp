#pragma once
/// @file
/// Issued documents as papers and files: from a ledger and a document's name to DOCX and PDF. The
/// snapshot that a paper is made from is the ledger up to its event, so that it comes out the same
/// byte by byte whatever has happened since (DOC-19).
#include "app/live.hpp"
#include "core/paper/paper.hpp"
#include "core/paper/template.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app {

/// A PDF, and how many pages it has.
struct PdfFile {
    std::string bytes;
    int pages = 0;
};

/// What papers need of the file formats; main fills it.
struct PaperFormats {
    std::function<std::string(const paper::Paper&, const paper::Template&)> docx;
    /// @returns the file, or `document_glyph_missing` with the characters that no font has.
    std::function<Checked<PdfFile>(const paper::Paper&, const paper::Template&)> pdf;
    /// A template file (YAML). @returns it, or all that is wrong with it: `yaml_syntax`,
    /// `key_unknown` …, `document_template_unfit`.
    std::function<Checked<paper::Template>(const std::string& file, std::string_view text)>
        read_template;
};

/// 市考核办/3 of a year.
struct DocumentName {
    int year = 0;
    std::string issuer;
    std::int64_t no = 0;
};
/// The kind of this name, or `document_kind_unknown` with all there are.
[[nodiscard]] Result<cycle::DocumentKind> find_document_kind(std::string_view name);

/// ISSUER/NO, or nothing. The issuer may have slashes of its own.
std::optional<DocumentName> parse_document_name(int year, std::string_view text);
std::string print_document_name(const cycle::Document& document);

/// @returns the document, or `cycle_unknown`, `document_absent`.
[[nodiscard]] Result<const cycle::Document*> find_document(const cycle::State& state,
                                                           const DocumentName& name);

/// A document with the paper that it is.
struct IssuedPaper {
    cycle::Document document;
    paper::Paper paper;
};

/// The papers of these documents of a year, in their order; the ledger is read and verified once,
/// up to the last of them.
/// @param wanted  in ledger order, as `cycle::Documents` has them.
/// @returns them, or what `replay_store` and `paper::compose` say.
[[nodiscard]] Checked<std::vector<IssuedPaper>> issued_papers(
    EventStore& store, const std::string& tenant, const Readers& readers, int year,
    std::span<const cycle::Document> wanted, const paper::Template& form,
    std::string_view reader = {});

/// The same of one; of a circular an extract for the unit `reader`, unless that is empty.
[[nodiscard]] Checked<paper::Paper> issued_paper(EventStore& store, const std::string& tenant,
                                                 const Readers& readers, int year,
                                                 const cycle::Document& document,
                                                 const paper::Template& form,
                                                 std::string_view reader = {});

enum class PaperFormat { docx, pdf };

/// The file of a paper, ready to be sent or stored.
struct PaperFile {
    std::string name;       ///< With its ending.
    std::string_view type;  ///< The media type.
    std::string bytes;
    int pages = 0;  ///< Of a PDF; a DOCX has those that its reader's fonts give it.
};
/// @returns it, or what the format says.
[[nodiscard]] Checked<PaperFile> print_paper(const PaperFormats& formats, const paper::Paper& paper,
                                             const paper::Template& form, PaperFormat format);

/// What is on record about a file (DOC-19).
struct PaperDigests {
    std::string sha256;  ///< 64 hexadecimal digits, as is the other.
    std::string sm3;
};
[[nodiscard]] Result<PaperDigests> digest_paper(const Readers& readers, std::string_view bytes);

/// A name for the file of a paper without its ending: number and title, or the title alone. Safe in
/// every file system, at most 180 bytes.
std::string file_name(const paper::Paper& paper);

}  // namespace heng::app
