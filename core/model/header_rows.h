#pragma once

#include "core/model/header_tree.h"

#include <memory>

namespace neuraxis {

/// A field of one header, or the same field of two.
struct HeaderRow {
    const HeaderNode* left = nullptr;  ///< Null where only the right header has it
    const HeaderNode* right = nullptr; ///< Null where only the left header has it
    int parent = -1;                   ///< Row of the sequence or item it lies in
    bool differs = false;              ///< Never while there is one header only
    quint64 path = 0;                  ///< The same for the same field of any header

    [[nodiscard]] const HeaderNode& either() const { return left ? *left : *right; }
};

/// A header, or two side by side, as rows in the order of tags; what lies in a sequence follows it.
struct HeaderRows {
    std::shared_ptr<const HeaderTree> left, right; ///< What the rows point into; null where there is none
    std::vector<HeaderRow> rows;

    [[nodiscard]] bool compares() const { return left && right; }
};

/// Fields are matched by tag (private ones by creator, whatever their block), items by number.
std::shared_ptr<const HeaderRows> lay(std::shared_ptr<const HeaderTree> left,
                                      std::shared_ptr<const HeaderTree> right = nullptr);

/// What to show of a header.
struct HeaderFilter {
    QString search;               ///< A tag, or words that must all be in a field's name or value
    bool onlyDifferences = false; ///< Without those between hidden values
    bool identifying = false;     ///< Show identifying values; hidden ones are not searched either
    bool operator==(const HeaderFilter&) const = default;
};

/// The rows that pass a filter, with the sequences they lie in and, below a row that was found, all of it.
class HeaderShown {
  public:
    HeaderShown() = default;
    HeaderShown(std::shared_ptr<const HeaderRows> rows, HeaderFilter filter);

    /// Rows below `row`, or the outermost for -1, by their numbers.
    [[nodiscard]] int childCount(int row) const { return rows ? starts[at(row) + 1] - starts[at(row)] : 0; }
    [[nodiscard]] int child(int row, int place) const { return children[std::size_t(starts[at(row)] + place)]; }
    [[nodiscard]] int placeOf(int row) const { return places[std::size_t(row)]; }
    [[nodiscard]] const HeaderRow& row(int number) const { return rows->rows[std::size_t(number)]; }
    [[nodiscard]] int count() const { return static_cast<int>(children.size()); }

    std::shared_ptr<const HeaderRows> rows;
    HeaderFilter filter;
    int found = 0; ///< Fields that match, without the sequences around them

  private:
    static std::size_t at(int row) { return static_cast<std::size_t>(row + 1); }
    std::vector<int> starts, children, places;
};

} // namespace neuraxis
