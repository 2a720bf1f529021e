#pragma once

#include <QPointF>
#include <QString>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

namespace neuraxis {

/// Round numbers, a step of 1, 2 or 5 times a power of ten apart, within low to high: at most `most` of them, no step
/// below `least`.
std::vector<double> niceTicks(double low, double high, int most, double least = 0);
/// A tick's number with as many decimals as its step needs.
QString tickInWords(double tick, double step);

/// Values of one voxel over the volumes of a series, ready to be drawn.
struct Curve {
    struct Point {
        int volume;
        double x, y; ///< y may be not-a-number
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points; ///< Ascending in x
    std::vector<QPointF> line; ///< What is joined
    QString xTitle, yTitle;    ///< With their units
    bool wholeX = false;       ///< Places are whole numbers
    bool operator==(const Curve&) const = default;
};

/// Draws a curve with its axes and the volume that is shown; a click or drag chooses the volume nearest to it.
class CurvePlot : public QWidget {
    Q_OBJECT
  public:
    explicit CurvePlot(QWidget* parent = nullptr);
    void setCurve(const Curve& curve, int currentVolume);
    /// Instead of a curve, why there is none.
    void setSentence(const QString& why);
    [[nodiscard]] const Curve& curve() const { return shown; }
    [[nodiscard]] QString sentence() const { return why; }
    /// What is said of a point under the pointer.
    std::function<QString(const Curve::Point&)> describe;
    /// Where a point is drawn, in the widget's coordinates.
    [[nodiscard]] QPointF place(const QPointF& point) const;
    [[nodiscard]] QSize sizeHint() const override { return {500, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 90}; }

  Q_SIGNALS:
    void chosen(int volume);

  protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;

  private:
    void measure();
    void paintAxes(QPainter& painter) const;
    void paintCurve(QPainter& painter) const;
    void paintHover(QPainter& painter) const;
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] const Curve::Point* nearest(const QPointF& pointer) const;
    /// The line is not through the points themselves.
    [[nodiscard]] bool isCloud() const { return shown.line.size() != shown.points.size(); }

    Curve shown;
    int current = 0;
    QString why;
    double left = 0, right = 1, bottom = 0, top = 1; ///< Values at the area's edges
    std::optional<QPointF> pointer;                  ///< While it is over the plot
};

} // namespace neuraxis
