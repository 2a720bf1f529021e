#pragma once

#include "core/model/label_table.h"
#include "core/model/volume.h"

#include <QListWidget>
#include <memory>

namespace neuraxis {

/// The labels that a label map has, with names and colours.
class LabelList : public QListWidget {
    Q_OBJECT
  public:
    explicit LabelList(QWidget* parent = nullptr);
    /// Looks through the voxels when one of the three is new.
    void showLabels(const std::shared_ptr<const Volume>& volume, int index,
                    const std::shared_ptr<const LabelTable>& table);

  private:
    std::shared_ptr<const Volume> shownVolume;
    int shownIndex = 0;
    std::shared_ptr<const LabelTable> shownTable;
};

} // namespace neuraxis
