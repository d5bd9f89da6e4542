#include "core/intake/read_table.hpp"

#include "core/intake/read_grid.hpp"
#include "core/intake/read_text.hpp"

#include <iterator>

namespace heng::intake {

namespace {

/// Says that the encoding of a file was guessed.
void say_guess(const std::string& file, const std::string& encoding, Draft& draft) {
    if (encoding.empty() || has_errors(draft.issues)) return;
    draft.issues.insert(draft.issues.begin(),
                        {Code::import_order_doubtful,
                         {file, 0, 0, ""},
                         {"不是 UTF-8，按 " + encoding + " 读取（read as " + encoding + "）"}});
}

Draft read(const Source& source, std::size_t number) {
    if (const auto* const text = std::get_if<PlainText>(&source)) {
        Draft draft = read_text(*text, number);
        say_guess(text->file, text->guessed, draft);
        return draft;
    }
    const auto& grids = std::get<std::vector<Grid>>(source);
    Draft draft = read_grids(grids, number);
    if (!grids.empty()) say_guess(grids.front().file, grids.front().guessed, draft);
    return draft;
}

template <class List>
void move_behind(List& list, List& more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

/// A heading that `next` repeats goes on under the one in `draft`.
void join(Draft& draft, Draft next) {
    if (draft.title.empty()) draft.title = next.title;
    if (next.total) draft.total = next.total;
    draft.names.merge(next.names);
    move_behind(draft.issues, next.issues);
    if (!draft.categories.empty() && !next.categories.empty()) {
        DraftCategory& last = draft.categories.back();
        DraftCategory& first = next.categories.front();
        if (last.no == first.no && last.name == first.name) {
            move_behind(last.tasks, first.tasks);
            next.categories.erase(next.categories.begin());
        }
    }
    move_behind(draft.categories, next.categories);
}

}  // namespace

Intake read_table(const std::vector<Source>& sources, const TableName& name) {
    Draft draft;
    for (const Source& source : sources) join(draft, read(source, name.number));
    if (has_errors(draft.issues)) return {{}, std::move(draft.issues)};
    return finish(draft, name);
}

}  // namespace heng::intake
