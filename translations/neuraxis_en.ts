<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConvertCommand</name>
    <message numerus="yes">
        <source>%n file(s) hold no volume or cannot be read; &quot;neuraxis info&quot; lists them.</source>
        <translation>
            <numerusform>%n file holds no volume or cannot be read; &quot;neuraxis info&quot; lists it.</numerusform>
            <numerusform>%n files hold no volume or cannot be read; &quot;neuraxis info&quot; lists them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoCommand</name>
    <message numerus="yes">
        <source>%n direction(s)</source>
        <translation>
            <numerusform>%n direction</numerusform>
            <numerusform>%n directions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderCommand</name>
    <message numerus="yes">
        <source>--%1 %2 is not understood: %n number(s) are needed.</source>
        <translation>
            <numerusform>--%1 %2 is not understood: %n number is needed.</numerusform>
            <numerusform>--%1 %2 is not understood: %n numbers are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no volume %1: the series has %n volume(s).</source>
        <translation>
            <numerusform>There is no volume %1: the series has %n volume.</numerusform>
            <numerusform>There is no volume %1: the series has %n volumes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>io</name>
    <message numerus="yes">
        <source>%n slice(s) are there twice at the same position; the first of each is shown.</source>
        <translation>
            <numerusform>%n slice is there twice at the same position; the first is shown.</numerusform>
            <numerusform>%n slices are there twice at the same position; the first of each is shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) are missing in some of the volumes. They are shown empty.</source>
        <translation>
            <numerusform>%n slice is missing in one of the volumes. It is shown empty.</numerusform>
            <numerusform>%n slices are missing in some of the volumes. They are shown empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are copies of others in this series; each image is used once.</source>
        <translation>
            <numerusform>%n file is a copy of another in this series; each image is used once.</numerusform>
            <numerusform>%n files are copies of others in this series; each image is used once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>packed, in %n part(s)</source>
        <translation>
            <numerusform>packed, in %n part</numerusform>
            <numerusform>packed, in %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The header&apos;s slice locations disagree with the slices&apos; positions for %n slice(s). The positions are used.</source>
        <translation>
            <numerusform>The header&apos;s slice location disagrees with the slice&apos;s position for %n slice. The position is used.</numerusform>
            <numerusform>The header&apos;s slice locations disagree with the slices&apos; positions for %n slices. The positions are used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The diffusion directions of %n volume(s) are missing; private tags may have been removed. Export the series again with its private tags.</source>
        <translation>
            <numerusform>The diffusion direction of %n volume is missing; private tags may have been removed. Export the series again with its private tags.</numerusform>
            <numerusform>The diffusion directions of %n volumes are missing; private tags may have been removed. Export the series again with its private tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) seem to be missing: there are gaps in the times of the volumes. Copy the series again from its source.</source>
        <translation>
            <numerusform>%n volume seems to be missing: there is a gap in the times of the volumes. Copy the series again from its source.</numerusform>
            <numerusform>%n volumes seem to be missing: there are gaps in the times of the volumes. Copy the series again from its source.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) in %1 cannot be opened: their names are not in UTF-8. Rename them.</source>
        <translation>
            <numerusform>%n file or folder in %1 cannot be opened: its name is not in UTF-8. Rename it.</numerusform>
            <numerusform>%n files or folders in %1 cannot be opened: their names are not in UTF-8. Rename them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The series has slices in %n direction(s), as a localizer; each is a volume of its own.</source>
        <translation>
            <numerusform>The series has slices in %n direction, as a localizer; each is a volume of its own.</numerusform>
            <numerusform>The series has slices in %n directions, as a localizer; each is a volume of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The folder of this series holds scans of %n participant(s). Check that it is the one you mean.</source>
        <translation>
            <numerusform>The folder of this series holds scans of %n participant. Check that it is the one you mean.</numerusform>
            <numerusform>The folder of this series holds scans of %n participants. Check that it is the one you mean.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans of %n participant(s) were opened together.</source>
        <translation>
            <numerusform>The scans of %n participant were opened.</numerusform>
            <numerusform>Scans of %n participants were opened together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::HeaderView</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>neuraxis::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) not shown</source>
        <translation>
            <numerusform>%n file not shown</numerusform>
            <numerusform>%n files not shown</numerusform>
        </translation>
    </message>
</context>
</TS>
