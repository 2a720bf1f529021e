#pragma once

#include "widgets/time_line_layout.h"

#include <QWidget>

class QComboBox;

namespace neuraxis {

/// The colours of the two visits that are compared, for whatever marks them.
QColor currentVisitColour(const QPalette& palette);
QColor otherVisitColour(const QPalette& palette);

/// A participant's visits along real time, across the top of the views: what was scanned, scores, events, quality, and
/// the two visits that are compared. A click picks the visit that is shown, with Shift the one that it is compared with.
class VisitTimeLine : public QWidget {
    Q_OBJECT
  public:
    explicit VisitTimeLine(QWidget* parent = nullptr);
    void setTimeLine(TimeLine line);
    /// Marks the visit that is shown and the one that it is compared with; "" for none. No signal.
    void setPair(const QString& currentUid, const QString& otherUid);
    /// The axis that is wanted; for who has no place along it another is used. No signal.
    void setAxis(TimeAxis axis);
    [[nodiscard]] TimeAxis axis() const { return along; }
    /// The middle of a visit's mark. Visits of one day stand beside each other.
    [[nodiscard]] QPointF place(const QString& visitUid) const;
    /// What is told of a place; "" where there is nothing.
    [[nodiscard]] QString wordsAt(const QPointF& place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void currentPicked(const QString& visitUid);
    void otherPicked(const QString& visitUid);
    void axisChanged(neuraxis::TimeAxis axis);

  protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    bool event(QEvent*) override;

  private:
    void chooseAxis();
    void arrange();
    void describe();
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] int visitAt(const QPointF& place) const;
    /// Half of what a visit's words may take, up to its neighbours.
    [[nodiscard]] double roomOf(std::size_t visit) const;
    void pick(int visit, bool asOther);
    void paintLine(QPainter& painter) const;
    void paintBreak(QPainter& painter, double x) const;
    void paintIntervals(QPainter& painter) const;
    void paintEvents(QPainter& painter) const;
    void paintVisit(QPainter& painter, std::size_t visit) const;
    void paintLabel(QPainter& painter, std::size_t visit) const;
    void paintWords(QPainter& painter, double y, const QStringList& words) const;
    [[nodiscard]] QString noPlaceInWords() const;
    [[nodiscard]] QString eventWordsAt(const QPointF& place) const;

    TimeLine shown;
    TimeLineLayout at;
    TimeAxis wanted = TimeAxis::Date, along = TimeAxis::Date;
    QString currentUid, otherUid;
    int focused = 0; ///< The visit that keys pick
    QComboBox* axisField;
};

} // namespace neuraxis
