import { Button, Group, Modal, Slider, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import Cropper from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { useTranslation } from 'react-i18next';
import { showFailure } from '../../ui/toast.tsx';
import classes from './avatar-field.module.css';
import { type CropArea, croppedPicture } from './cropped-picture.ts';

interface CropDialogProps {
  /** Of the picture, in this browser. */
  address: string;
  onCropped: (file: File) => void;
  onClose: () => void;
}

const zooms = { min: 1, max: 4, step: 0.05 };

/** Chooses the square of a picture: moved by mouse, finger or arrow keys, nearer by wheel, pinch or slider. */
export function CropDialog({ address, onCropped, onClose }: CropDialogProps) {
  const { t, i18n } = useTranslation(['profile', 'shell']);
  const hint = useId();
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(zooms.min);
  const [area, setArea] = useState<CropArea | null>(null);
  const [isCutting, setCutting] = useState(false);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });

  const cut = async (): Promise<void> => {
    if (area === null) return;
    setCutting(true);
    try {
      onCropped(await croppedPicture(address, area));
    } catch (error) {
      setCutting(false);
      showFailure(error);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('crop.title')} closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <Stack gap="md">
        <div className={classes.stage}>
          <Cropper
            image={address}
            aspect={1}
            cropShape="round"
            showGrid={false}
            crop={crop}
            zoom={zoom}
            minZoom={zooms.min}
            maxZoom={zooms.max}
            keyboardStep={8}
            disableAutomaticStylesInjection
            mediaProps={{ alt: '' }}
            cropperProps={{ role: 'group', 'aria-label': t('crop.area'), 'aria-describedby': hint }}
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onCropComplete={(_, pixels) => setArea(pixels)}
          />
        </div>
        <Text size="sm" c="dimmed" id={hint}>
          {t('crop.hint')}
        </Text>
        <div>
          <Text size="sm" fw={600} component="span" aria-hidden>
            {t('crop.zoom')}
          </Text>
          <Slider
            mt={6}
            {...zooms}
            value={zoom}
            onChange={setZoom}
            label={(value) => percent.format(value)}
            thumbLabel={t('crop.zoom')}
            thumbProps={{ 'aria-valuetext': percent.format(zoom) }}
          />
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('crop.cancel')}
          </Button>
          <Button onClick={() => void cut()} loading={isCutting} disabled={area === null}>
            {t('crop.use')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
