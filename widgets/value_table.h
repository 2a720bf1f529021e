#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;

namespace neuraxis {

/// A table of numbers, a thing each row: chosen by row, sorted by a click on a title, as it comes until then. Of the
/// model only texts and their alignment are asked. A quiet column stands back; -1: none.
QTableView* valueTable(QAbstractItemModel* model, const QString& accessibleName, int quietColumn = -1);

} // namespace neuraxis
