#pragma once

#include "core/model/cohort_filter.h"

#include <QFrame>
#include <map>

class QCheckBox;
class QLineEdit;
class QScrollArea;

namespace neuraxis {

/// The conditions of a filter, all at once: ticks for words and kinds, bounds for numbers.
class StudyFilterForm : public QFrame {
    Q_OBJECT
  public:
    /// A word or kind that occurs in the cohort, and in how many participants.
    struct Offer {
        QString value, title;
        int count = 0;
    };
    using Offers = std::map<QString, std::vector<Offer>>; ///< By field

    explicit StudyFilterForm(QWidget* parent = nullptr);
    /// What the form can offer of a cohort; on any thread.
    static Offers offersOf(const CohortIndex& index);
    /// The conditions stay.
    void setOffers(const Offers& offers);
    void setConditions(const std::vector<CohortFilter::Condition>& conditions);
    [[nodiscard]] std::vector<CohortFilter::Condition> conditions() const;

    /// Opens under a button, as wide and high as its window and screen allow; the rest is scrolled.
    void popUp(const QWidget& button);

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
    void rebuild(const Offers& offers);
    QScrollArea* scroll;
    std::vector<Tick> ticks;
    std::vector<Bounds> bounds;
    std::vector<CohortFilter::Condition> others; ///< That the form has no place for
    QStringList offered;                         ///< "group=ALS"
    bool showing = false;
};

} // namespace neuraxis
