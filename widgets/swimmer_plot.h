#pragma once

#include "core/model/cohort_index.h"

#include <QAbstractScrollArea>
#include <optional>

namespace neuraxis {

/// One lane a participant on real time: first scan to last, a dot a scan, what happened, and how follow-up ends.
class SwimmerPlot : public QAbstractScrollArea {
    Q_OBJECT
  public:
    enum class Axis { Onset, Calendar, FirstScan };

    explicit SwimmerPlot(QWidget* parent = nullptr);
    /// Other rows of the same cohort bring the current participant into sight; another cohort leaves the lanes where
    /// they were.
    void show(std::shared_ptr<const CohortIndex> index, std::vector<int> rows);
    void setAxis(Axis axis);
    [[nodiscard]] Axis axis() const { return along; }
    /// Makes a participant the current one and brings it into sight; no signal. It stays while a filter hides it.
    void setCurrent(const QString& participantUid);
    /// Where a day of the row'th lane is drawn, in the viewport; nothing where the axis has no place for it.
    [[nodiscard]] std::optional<QPointF> place(int lane, const QDate& date) const;
    /// What is told of a place in the viewport; "" where there is nothing.
    [[nodiscard]] QString wordsAt(const QPoint& place) const;

  Q_SIGNALS:
    void chosen(const QString& participantUid);
    void opened(const QString& participantUid);

  protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    bool viewportEvent(QEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void changeEvent(QEvent*) override;

  private:
    [[nodiscard]] const CohortIndex::Row& row(int lane) const;
    [[nodiscard]] std::optional<double> value(const CohortIndex::Row& row, const QDate& date) const;
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] int laneAt(int y) const;
    [[nodiscard]] int laneOf(const QString& participantUid) const;
    [[nodiscard]] double laneY(int lane) const;
    [[nodiscard]] QRectF area() const;
    void measure();
    void fitScrollBars();
    void zoomBy(double factor, double x);
    void bringIntoSight(int lane);
    void choose(int lane);
    void paintAxis(QPainter& painter) const;
    void paintLane(QPainter& painter, int lane) const;
    /// What is known beyond the scans, from and to which the line goes, and whether follow-up goes on.
    void paintEnd(QPainter& painter, const CohortIndex::Row& row, double from, double to, double y) const;

    std::shared_ptr<const CohortIndex> index;
    std::vector<int> lanes;
    Axis along = Axis::Onset;
    QString currentUid;
    int current = -1, hovered = -1;
    double low = 0, high = 1; ///< Months, or years of the calendar
    double zoom = 1;
};

} // namespace neuraxis
