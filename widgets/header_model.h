#pragma once

#include "core/model/header_rows.h"

#include <QAbstractItemModel>

namespace neuraxis {

/// What HeaderShown tells of one or two headers, as a tree for a view.
class HeaderModel : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Column { Tag, Name, Vr, Sign, Left, Right, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;
    void setShown(const HeaderShown& shown);
    [[nodiscard]] const HeaderShown& shown() const { return content; }
    [[nodiscard]] const HeaderRow& row(const QModelIndex& index) const { return content.row(number(index)); }
    /// The rows as lines of cells between tabs, as they are shown, in the model's order.
    [[nodiscard]] QString asText(const QModelIndexList& rows) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    static int number(const QModelIndex& index) { return index.isValid() ? static_cast<int>(index.internalId()) : -1; }
    [[nodiscard]] QString cell(const HeaderRow& row, int column) const;
    [[nodiscard]] QString toolTip(const HeaderRow& row, int column) const;
    HeaderShown content;
};

} // namespace neuraxis
