<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Change the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as o&amp;verlay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all &amp;layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Maximise the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Radiological: patient&apos;s right at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nose to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planes as &amp;acquired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the planes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar&amp;ks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide all marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Neuraxis is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next volume of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous volume of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair to the patient&apos;s right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair to the patient&apos;s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic (tissue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;2 to 98 % of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the &amp;scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the scanner, s&amp;econd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wider window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrower window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-&amp;D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the 3-D preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the patient&apos;s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the patient&apos;s right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Neuraxis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels at the sides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourMap</name>
    <message>
        <source>Perceptual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverging</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvertCommand</name>
    <message>
        <source>There are %1 volumes, too many for one file. Name a folder instead of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is one of the files to read; it is not written over. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs more memory than there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 volumes could not be converted. The first: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a volume as %1, by the name of OUT. A PATH with several volumes gives one .nii.gz each in the folder OUT. Voxels stay as stored; slope and intercept go with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file to write, or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name what to read and what to write: neuraxis convert PATH OUT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this volume.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CornerText</name>
    <message>
        <source>Nose on the left of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose on the right of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiological: patient&apos;s right on the left of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiological</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurological: patient&apos;s left on the left of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurological</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research use only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom %1×</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Decoration</name>
    <message>
        <source>Crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>Makes a demo participant, DEMO-001, in the folder DIR: an MR series as a scanner writes it, from the head template of the package mricron-data. Nobody&apos;s data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder to put it in; made when it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one folder to put the demo in: neuraxis demo DIR.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Neuraxis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Neuraxis %1&lt;/h3&gt;&lt;p&gt;MRI of brain and spinal cord for the study of ALS.&lt;/p&gt;&lt;p&gt;&lt;b&gt;For research use only. Not for diagnosis.&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InfoCommand</name>
    <message>
        <source>%1 x %2 x %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, times %1 plus %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voxels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %2 x %3 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what is in files and folders, without opening a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print JSON for programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file or folder to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to open here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planes and 3-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three planes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>%1 needs more memory than is free. Close other series and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Neuraxis %1: MRI of brain and spinal cord for the study of ALS. For research use only.

  neuraxis [PATH...]            open files and folders in a window
  neuraxis info PATH...         say what is in files and folders
  neuraxis convert PATH OUT     write volumes as NIfTI, NRRD or MGZ
  neuraxis render PATH...       make a picture without a window
  neuraxis demo DIR             make a demo participant

  neuraxis COMMAND --help tells a command&apos;s options; --version the version.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on. Set DISPLAY, or make a picture with &quot;neuraxis render&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown option %1. See neuraxis --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message numerus="yes">
        <source>--%1 %2 is not understood: %n number(s) are needed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Makes a picture of volumes without a window: the first volume of every PATH, the later ones over the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or folders; each is one layer, from the lowest up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PNG file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the crosshair is, in RAS millimetres; the middle of the first volume by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre and width of the first volume&apos;s window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the 3-D view looks; one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes picture, lines and text this many times as large: 2 for print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colour&apos;s name, #rrggbb or transparent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws no letters, numbers or words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file or folder to make a picture of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the picture goes: --out FILE.png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are written as PNG: let --out end in .png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layout %1; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset %1; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width of --window must be greater than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are from 16 to %1 pixels wide and high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no colour; write a name as &quot;white&quot;, #rrggbb or transparent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See neuraxis render --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this picture; choose a smaller one or a smaller volume.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Change the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift the opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window from a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move the crosshair in every plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag right for a wider window, up for a brighter picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag up to enlarge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag up and down through the slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window from region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box: the window is set to what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to turn the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag up or down to see less or more tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: window, click for the crosshair. Right: zoom. As in PACS viewers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: crosshair. Right: window. As in mrview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slicer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+move: crosshair. Right: zoom. As in 3D Slicer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VolumePreset</name>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>io</name>
    <message>
        <source>%1 cannot be written: MGH holds no colour. Choose .nii.gz or .nrrd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a header without its voxels: %2 is not beside it. Copy both files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is named like a NIfTI image but is none. Check where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores its voxels as NIfTI type %2, which Neuraxis cannot show. Convert it to real numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: NIfTI-1 holds at most 32767 voxels along an axis. Choose .nrrd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut short: it ends before its voxels do. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes). Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut short: its header promises %2, and its %3 on disk cannot hold them. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs %2 of memory, more than is free. Close other series and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a damaged header (%2). Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say where the voxels lie in the patient; sides and positions are a guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s head template %1 is not on this machine. Install the package mricron-data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s head template %1 is not the one expected. Install the package mricron-data again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the index of a DICOM disc, not an image. Open the folder it lies in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a structured report, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a presentation state (how images were displayed), not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a DICOM segmentation; this version does not show those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a DICOM surface; this version does not show those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is scanner raw data, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a table that gives stored numbers a meaning, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds MR spectra; this version does not show those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a document (PDF or CDA) in a DICOM file, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a recorded waveform, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to a radiotherapy plan; this version does not show those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is private Philips data, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a DICOM file without an image in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores its pixels in a way Neuraxis cannot show (%2). Export it again in a common form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is named like a DICOM file but is none. Check where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TR %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TE %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TI %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flip %1°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be decompressed; it is damaged or compressed in an unknown way. Export it again uncompressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imaginary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut short; what could be read of it is shown. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>echo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of this series is cut short and left out. Copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are there twice at the same position; the first of each is shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 volumes lack most of their slices, as when a scan is stopped; they are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are missing in some of the volumes. They are shown empty.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spreads its voxels over several files; this version reads one. Save it as one .nrrd file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is named like an NRRD image but is none. Check where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores its voxels as &quot;%2&quot;, which Neuraxis does not read. Save it with raw or gzip encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an image of a kind Neuraxis reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for this machine&apos;s memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 is empty. Choose the folder that holds the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 holds no images. Choose the folder that holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Check that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices are not evenly spaced (%1 to %2 mm apart): positions are off by up to %3 mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices are missing: %1 of %2 are not there, between %3 and %4. They are shown empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices are shifted against each other (a grid sheared by %1°); they are shown at their true positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: its name must end in one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::Canvas</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the layer up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the layer down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value at the dark end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value at the bright end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None (voxels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cubic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic (tissue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 to 98 % of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentiles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre %1, width %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window by percentiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bright end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the window…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::MainWindow</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research use only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you use the mouse?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change it in the menu Mouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::ReadOut</name>
    <message>
        <source>voxel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::SeriesDelegate</name>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::ShortcutSheet</name>
    <message>
        <source>Mouse: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximise the view, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D: left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D: Shift+left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D: right drag, wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D: middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::StartPage</name>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research use only. Not for diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a scan here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first series shows as soon as it has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder from the scanner or single files: DICOM, NIfTI, NRRD, MGH.
Nothing is imported and your files are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>neuraxis::VolumePanel</name>
    <message>
        <source>3-D preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or Shift+drag in the 3-D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box around the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge of the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the 3-D preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift the opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the shading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the cut plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
