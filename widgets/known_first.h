#pragma once

#include <QSortFilterProxyModel>

namespace neuraxis {

/// Sorts words as the language does, and numbers that are known before those that are not, whichever way.
class KnownFirst : public QSortFilterProxyModel {
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

  protected:
    [[nodiscard]] bool lessThan(const QModelIndex& a, const QModelIndex& b) const override;
};

} // namespace neuraxis
