#pragma once

#include "core/model/cohort_filter.h"

#include <QFrame>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace neuraxis {

/// The conditions of a filter, all at once: ticks for words and kinds, bounds for numbers.
class StudyFilterForm : public QFrame {
    Q_OBJECT
  public:
    explicit StudyFilterForm(QWidget* parent = nullptr);
    /// Offers what occurs in the cohort; the conditions stay.
    void setIndex(const CohortIndex& index);
    void setConditions(const std::vector<CohortFilter::Condition>& conditions);
    [[nodiscard]] std::vector<CohortFilter::Condition> conditions() const;

  Q_SIGNALS:
    void changed();

  protected:
    void showEvent(QShowEvent*) override;

  private:
    struct Tick {
        QString field, value;
        QCheckBox* box;
    };
    struct Bounds {
        QString field;
        QLineEdit *least, *below;
    };
    void rebuild(const CohortIndex& index);
    std::vector<Tick> ticks;
    std::vector<Bounds> bounds;
    std::vector<CohortFilter::Condition> others; ///< That the form has no place for
    QStringList offered;
    bool showing = false;
};

} // namespace neuraxis
