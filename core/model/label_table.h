#pragma once

#include <QRgb>
#include <QString>
#include <vector>

namespace neuraxis {

/// What a number in a label map or a parcellation stands for.
struct Label {
    int id = 0;
    QString name; ///< As its table has it: "ctx-lh-precentral", "precentral"
    QRgb colour = 0;
    bool operator==(const Label&) const = default;
};

/// Labels by their numbers. Tables of several versions differ in names and colours, never in what a number means.
class LabelTable {
  public:
    LabelTable() = default;
    /// Of labels with one number, the last counts.
    explicit LabelTable(std::vector<Label> labels);

    [[nodiscard]] const std::vector<Label>& labels() const { return sorted; } ///< By their numbers
    /// Null for a number that the table has not.
    [[nodiscard]] const Label* find(int id) const;
    bool operator==(const LabelTable&) const = default;

  private:
    std::vector<Label> sorted;
};

} // namespace neuraxis
