#pragma once

#include "widgets/trajectory.h"

#include <QPainterPath>
#include <QTimer>
#include <QWidget>

namespace neuraxis {

/// A measure over real time: the visits joined, those that are in no rate marked and not joined, the controls' band,
/// normal ageing and the groups behind, with level and rate in words. A click on a visit picks it.
class TrajectoryPlot : public QWidget {
    Q_OBJECT
  public:
    enum class Axis { FirstScan, Age };

    explicit TrajectoryPlot(QWidget* parent = nullptr);
    void show(Trajectory trajectory);
    [[nodiscard]] const Trajectory& trajectory() const { return shown; }
    /// Instead of a plot, why there is none.
    void setSentence(const QString& why);
    /// For who has no age, time since the first scan is used.
    void setAxis(Axis axis);
    [[nodiscard]] Axis axis() const;
    /// Marks a visit as the one that is looked at.
    void setCurrent(const QString& visitUid);
    /// Where something is drawn.
    [[nodiscard]] QPointF place(const Trajectory::Spot& spot) const;
    /// What is told of a place; "" where there is nothing.
    [[nodiscard]] QString wordsAt(const QPointF& place) const;
    [[nodiscard]] QSize sizeHint() const override { return {560, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 200}; }

  Q_SIGNALS:
    /// A visit was clicked, or the pointer rests on it.
    void visitPicked(const QString& visitUid);

  protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    bool event(QEvent*) override;

  private:
    void measure();
    [[nodiscard]] double xValue(const Trajectory::Spot& spot) const;
    [[nodiscard]] std::vector<Trajectory::Spot> bandSpots(double Trajectory::Expected::*edge) const;
    /// Of who was seen once, time since the first scan says nothing.
    [[nodiscard]] bool isSeen(const std::vector<Trajectory::Spot>& person) const;
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] int pointAt(const QPointF& place) const;
    [[nodiscard]] QPainterPath joined(const std::vector<Trajectory::Spot>& spots) const;
    void paintWords(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintGroups(QPainter& painter) const;
    void paintBand(QPainter& painter) const;
    void paintAgeing(QPainter& painter) const;
    void paintVisits(QPainter& painter) const;
    void paintMark(QPainter& painter, const Trajectory::Point& point, const QPointF& at) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QPen ageingPen() const;
    [[nodiscard]] QColor bandColour() const;

    Trajectory shown;
    QString why, current;
    Axis wanted = Axis::FirstScan;
    double left = 0, right = 1, bottom = 0, top = 1; ///< Values at the area's edges
    QTimer rest;                                     ///< Until the pointer has stayed on a visit
    int hovered = -1;                                ///< Place among the points, also of the keys
};

} // namespace neuraxis
