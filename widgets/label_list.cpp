#include "widgets/label_list.h"

#include "core/model/label_maps.h"
#include "core/model/label_tables.h"
#include "core/model/words.h"

#include <QPixmap>

namespace neuraxis {

LabelList::LabelList(QWidget* parent) : QListWidget(parent) {
    setAccessibleName(tr("Labels"));
    setSelectionMode(QAbstractItemView::NoSelection);
    setUniformItemSizes(true);
    setIconSize({14, 14});
    setMinimumHeight(160);
}

void LabelList::showLabels(const std::shared_ptr<const Volume>& volume, int index,
                           const std::shared_ptr<const LabelTable>& table) {
    if (volume == shownVolume && index == shownIndex && table == shownTable) return;
    shownVolume = volume;
    shownIndex = index;
    shownTable = table;
    clear();
    const auto numbers = numbersIn(*volume, index);
    if (!numbers) {
        addItem(tr("Its values are no numbers of labels."));
        return;
    }
    for (const int id : *numbers) {
        if (id == 0) continue;
        QPixmap swatch(14, 14);
        swatch.fill(QColor(labelColour(*table, id)));
        addItem(new QListWidgetItem(swatch, regionInWords(id, *table)));
    }
}

} // namespace neuraxis
