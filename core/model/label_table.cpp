#include "core/model/label_table.h"

#include <algorithm>

namespace neuraxis {

LabelTable::LabelTable(std::vector<Label> labels) {
    std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.id < b.id; });
    for (Label& label : labels) {
        if (!sorted.empty() && sorted.back().id == label.id) sorted.pop_back();
        sorted.push_back(std::move(label));
    }
}

const Label* LabelTable::find(int id) const {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), id,
                                     [](const Label& label, int wanted) { return label.id < wanted; });
    return at != sorted.end() && at->id == id ? &*at : nullptr;
}

} // namespace neuraxis
